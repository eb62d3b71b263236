package io.github.stagerecorder;

import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.PoolNative;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.lwjgl.system.MemoryUtil;

/** Looks at parts of a running recorder that the API hides: the pads after appsrc, and the addresses of the slots. */
public final class BinInput {
    private final Object recording;

    public BinInput(StageRecorder recorder) {
        recording = field(field(field(recorder, "session"), "files"), "current");
    }

    /** Returns the sink pad of the first element after appsrc, which is the bin's input. */
    Pad pad() {
        return element(1).getStaticPad("sink");
    }

    /** Returns the input of the description, which comes after all of the recorder's elements. */
    Pad padOfDescription() {
        return elements().stream()
                .filter(Bin.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getStaticPad("video");
    }

    /** Returns the pad after GStreamer's converter, where every frame is a new one. */
    Pad padBehindConverter() {
        return element(2).getStaticPad("sink");
    }

    private Element element(int index) {
        return elements().get(index);
    }

    @SuppressWarnings("unchecked")
    private List<Element> elements() {
        return (List<Element>) field(field(encoder(), "pipeline"), "elements");
    }

    /** Returns an element of the user's description by the name that the description gives it. */
    public Element named(String name) {
        Bin pipeline = (Bin) field(field(encoder(), "pipeline"), "pipeline");
        return pipeline.getElementByName(name);
    }

    /** Returns the first element of a kind, wherever it is in the pipeline. */
    Element ofFactory(String factory) {
        Bin pipeline = (Bin) field(field(encoder(), "pipeline"), "pipeline");
        return pipeline.getElementsRecursive().stream()
                .filter(element -> element.getFactory() != null
                        && element.getFactory().getName().equals(factory))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the encoder that feeds the pipeline, which a start may leave opening. */
    private Object encoder() {
        Object encoder = field(recording, "encoder");
        if (!encoder.getClass().getSimpleName().equals("OpeningEncoder")) {
            return encoder;
        }
        OnSwitch.await(() -> field(encoder, "encoder") != null);
        return field(encoder, "encoder");
    }

    /**
     * Returns the address of every slot that is pushed: the PLANES slots if the recorder converts, otherwise the READ
     * slots.
     */
    public List<Long> pushedAddresses() {
        return List.copyOf(slabs())
                .stream() // of every generation: the recording may have gone over to the next one meanwhile
                .filter(slab -> slab.planes() == null)
                .flatMap(slab -> addresses(slab).stream())
                .toList();
    }

    private static List<Long> addresses(Slab slab) {
        List<Long> addresses = new ArrayList<>();
        for (int i = 0; i < slab.slotCount(); i++) {
            var pixels = PoolNative.pixels(slab.slot(i).handle(), slab.slotBytes());
            addresses.add(MemoryUtil.memAddress(pixels)); // 0 until a buffer is mapped for the first time
        }
        return addresses;
    }

    @SuppressWarnings("unchecked")
    List<Slab> slabs() {
        SlotPool pool = (SlotPool) field(field(recording, "slots"), "pool");
        return (List<Slab>) field(pool, "slabs");
    }

    private static Object field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(owner.getClass() + " has no readable field " + name, e);
        }
    }
}

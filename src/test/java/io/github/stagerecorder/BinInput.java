package io.github.stagerecorder;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.PoolNative;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;

/** Looks into a running recorder, where a user cannot: the pads behind appsrc, and the slots' addresses. */
public final class BinInput {
    private final Object recording;

    public BinInput(StageRecorder recorder) {
        recording = field(recorder, "recording");
    }

    /** The sink pad of the first element after appsrc: the bin's input. */
    Pad pad() {
        return element(1).getStaticPad("sink");
    }

    /** Behind the converter, where every frame is a new one. */
    Pad padBehindConverter() {
        return element(2).getStaticPad("sink");
    }

    private Element element(int index) {
        Object pipeline = field(field(recording, "encoder"), "pipeline");
        return (Element) ((List<?>) field(pipeline, "elements")).get(index);
    }

    /** An element of the user's description, by the name that it was given there. */
    public Element named(String name) {
        Bin pipeline = (Bin) field(field(field(recording, "encoder"), "pipeline"), "pipeline");
        return pipeline.getElementByName(name);
    }

    /** The address of every slot that the recorder has now. */
    public List<Long> slotAddresses() {
        List<Long> addresses = new ArrayList<>();
        for (Slab slab : slabs()) {
            for (int i = 0; i < slab.slotCount(); i++) {
                var pixels = PoolNative.pixels(slab.slot(i).handle(), slab.slotBytes());
                addresses.add(Pointer.nativeValue(Native.getDirectBufferPointer(pixels)));
            }
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

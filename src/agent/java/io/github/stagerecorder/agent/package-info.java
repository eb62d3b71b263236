/**
 * The agent records a program that has no line for it: {@code java -javaagent:stagerecorder-VERSION-agent.jar=key=F9 -jar
 * AnyGame.jar}. It is a jar of its own. These packages are in it, and unmodified, as jars, the recorder, what that needs,
 * and ASM.
 *
 * <pre>
 *   agent          where the virtual machine enters, and the options; seen by the program, so it uses the JDK alone
 *     |
 *   agent.record   the recordings of a program's windows, by the recorder's exported package alone; the toolkits
 *     |
 *   agent.weave    joins the program's classes; knows ASM, and nothing of recording
 * </pre>
 *
 * <h2>Two class loaders</h2>
 *
 * The virtual machine puts the agent's jar on the program's class path. From there AgentLoader takes the nested jars into
 * a new folder for this user alone, and opens them, with the agent's jar again, in class loaders above which is only the
 * JDK. So the program never meets the recorder, JNA or ASM, and may have other versions of them. The nested jars are
 * modules of a layer of their own, which alone is allowed to call native code. The packages above are loaded in both, but
 * the program's copies end in StageRecorderAgent.
 *
 * <h2>How a swap is noticed</h2>
 *
 * Weaver puts one call at the beginning of methods such as {@code GLFW.glfwSwapBuffers}, when their class is loaded or,
 * if it is in use already, by retransforming it. It calls a class of the same package and class loader, of which HookMaker
 * makes one for each package: a copy of Hook, with a field of a type of the JDK. So neither modules nor class loaders of
 * a program matter, and no frame of the stack map changes. That field leads to a Toolkit's listeners here. A class is
 * found by the end of its name and the signature of its method, so a copy in a renamed package is found too.
 *
 * <h2>What is recorded</h2>
 *
 * Each window that swaps is a Surface, and has a SurfaceRecording, which drives a RecordingSwitch. It begins when the
 * window is shown, so the swaps of hidden windows are passed over, by which toolkits set up theirs. A swap whose context
 * is not current is passed over too. While nothing is recorded, only a few more swaps reach the switch, so that it
 * prepares itself; later ones cost a few comparisons. Destroying a window completes its file first, and System.exit and
 * the end of {@code main} do so by the recorder's shutdown hooks.
 *
 * <p>What is read is the window's back buffer, or, where JOGL draws into a framebuffer object (a panel, or a drawable off
 * the screen), what is bound for drawing.
 *
 * <p>Of LWJGL, the swaps of the window system are joined too (WindowSystem): some programs and canvases call them
 * themselves. A toolkit that is joined may do so as well. So the first swap of each drawable looks at its callers, and a
 * drawable that such a toolkit swaps is left to it.
 *
 * <p>The key is heard where the toolkit hears it: in the event queue of LWJGL 2, NEWT's windows, AWT's dispatcher and SWT's
 * filter. GLFW tells keys to one callback of a window alone. So before each poll ours stands in front of the program's,
 * and calls it by its address (GlfwKeys). Before the program sets or frees its callback ours steps aside, so that the
 * program is never given ours. SDL has watchers beside the queue of events.
 *
 * <h2>Sound</h2>
 *
 * What OpenAL mixes goes from its native library to the system's; joining it would mean to mix again, and its loopback
 * device would silence the real one. PulseAudio hands out the stream of one program while it plays (SoundServer), by a
 * program of its own, {@code parec}. It runs while a file or a replay takes sound (ProgramSound). Whether files can have
 * sound is found before the first one, because a recording must not fail for it (SoundCheck).
 *
 * <p>No exception leaves the agent. Nothing is logged before the program has loaded a toolkit, because the first logger
 * decides how the whole program logs.
 */
package io.github.stagerecorder.agent;

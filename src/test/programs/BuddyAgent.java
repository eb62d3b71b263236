import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/** Another agent, by Byte Buddy, which counts the same swaps. AgentLoadersTest runs it. */
public final class BuddyAgent {
    public static int swaps;

    public static void premain(String options, Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(ElementMatchers.named("org.lwjgl.glfw.GLFW"))
                .transform((type, description, loader, module, domain) ->
                        type.visit(Advice.to(Swap.class).on(ElementMatchers.named("glfwSwapBuffers"))))
                .installOn(instrumentation);
    }

    public static final class Swap {
        @Advice.OnMethodExit
        public static void count() {
            if (++BuddyAgent.swaps == 10) {
                System.out.println("the other agent has seen ten swaps");
            }
        }
    }
}

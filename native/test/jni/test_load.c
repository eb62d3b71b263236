/* The library as it is shipped, loaded as a JVM loads it, which this program stands in for: test_load LIBRARY
 *
 * It needs no JVM of the platform, and no part of the library's source but jni.h.
 */
#include "check.h"

#include <jni.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif

enum { MOST_METHODS = 128 };

typedef struct registered {
    const char *class_name;
    JNINativeMethod method;
} registered;

static registered natives[MOST_METHODS];
static int native_count;
static const char *library_path;
static jint abi_number;

/* What the library asks of a JVM. A class is its name. */
static jclass JNICALL find_class(JNIEnv *env, const char *name) {
    (void)env;
    return (jclass)name;
}

static jint JNICALL register_natives(JNIEnv *env, jclass type, const JNINativeMethod *methods, jint count) {
    (void)env;
    for (int i = 0; i < count && native_count < MOST_METHODS; i++)
        natives[native_count++] = (registered){(const char *)type, methods[i]};
    return JNI_OK;
}

static void JNICALL delete_local_ref(JNIEnv *env, jobject reference) {
    (void)env, (void)reference;
}

static const struct JNINativeInterface_ environment = {
    .FindClass = find_class, .RegisterNatives = register_natives, .DeleteLocalRef = delete_local_ref};
static JNIEnv env = &environment;

static jint JNICALL get_env(JavaVM *vm, void **answer, jint version) {
    (void)vm, (void)version;
    *answer = &env;
    return JNI_OK;
}

static const struct JNIInvokeInterface_ invocation = {.GetEnv = get_env};
static JavaVM vm = &invocation;

static void *load(const char *path, const char *name) {
#ifdef _WIN32
    HMODULE library = LoadLibraryA(path);
    return library == NULL ? NULL : (void *)GetProcAddress(library, name);
#else
    void *library = dlopen(path, RTLD_LAZY);
    if (library == NULL)
        printf("%s\n", dlerror());
    return library == NULL ? NULL : dlsym(library, name);
#endif
}

static void *native(const char *class_name, const char *name) {
    for (int i = 0; i < native_count; i++) {
        if (strstr(natives[i].class_name, class_name) != NULL && strcmp(natives[i].method.name, name) == 0)
            return natives[i].method.fnPtr;
    }
    printf("There is no %s.%s\n", class_name, name);
    exit(1);
}

#define NATIVE(result, class_name, name, ...)                                                                          \
    ((result(JNICALL *)(JNIEnv *, jclass, ##__VA_ARGS__))native(class_name, name))

static void should_register_every_class_when_it_is_loaded(void) {
    jint(JNICALL * on_load)(JavaVM *, void *) = (jint(JNICALL *)(JavaVM *, void *))load(library_path, "JNI_OnLoad");
    CHECK(on_load != NULL);
    if (on_load == NULL)
        return;
    CHECK_EQUAL(on_load(&vm, NULL), JNI_VERSION_1_8);
    abi_number = NATIVE(jint, "NativeModule", "abi")(&env, NULL);
    NATIVE(void, "NativeModule", "link")(&env, NULL);
    CHECK(abi_number > 0);
    CHECK(native_count > 40);
}

static void should_map_memory_and_give_it_back(void) {
    jlong pool = NATIVE(jlong, "PoolNative", "createPool")(&env, NULL);
    jlong slab = NATIVE(jlong, "PoolNative", "createSlab", jlong, jint, jlong)(&env, NULL, pool, 2, 1000000);
    CHECK(slab != 0);
    NATIVE(void, "PoolNative", "retireSlab", jlong)(&env, NULL, slab);
    NATIVE(void, "PoolNative", "trimHeap")(&env, NULL);
    CHECK_EQUAL(NATIVE(jlong, "PoolNative", "createSlab", jlong, jint, jlong)(&env, NULL, pool, 1, INT64_MAX / 2), 0);
    NATIVE(void, "PoolNative", "retirePool", jlong)(&env, NULL, pool);
}

static void should_wait_until_the_time_is_over_or_a_signal_comes(void) {
    const jlong timeout_ns = 20000000;
    jlong pool = NATIVE(jlong, "PoolNative", "createPool")(&env, NULL);
    NATIVE(void, "AppSrcNative", "waitItsTurn")(&env, NULL);
    CHECK(!NATIVE(jboolean, "PoolNative", "awaitQueued", jlong, jint, jlong)(&env, NULL, pool, 0, timeout_ns));
    NATIVE(void, "PoolNative", "signalQueued", jlong)(&env, NULL, pool);
    CHECK(NATIVE(jboolean, "PoolNative", "awaitQueued", jlong, jint, jlong)(&env, NULL, pool, 0, timeout_ns));
    NATIVE(void, "PoolNative", "retirePool", jlong)(&env, NULL, pool);
}

/* The kernel of the processor, and not the portable one. */
static void should_have_a_kernel_for_this_processor(void) {
    CHECK(NATIVE(jint, "ConvertNative", "bestLevel")(&env, NULL) > 0);
    CHECK_EQUAL(NATIVE(jlong, "ConvertNative", "frameBytes", jint, jint, jboolean)(&env, NULL, 2, 2, JNI_FALSE), 16);
}

static void should_find_no_context_when_no_window_system_is_loaded(void) {
    CHECK_EQUAL(NATIVE(jlong, "ReadbackNative", "resolve", jint, jint)(&env, NULL, 0, 0), 0);
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: test_load LIBRARY\n");
        return 2;
    }
    library_path = arguments[1];
    RUN(should_register_every_class_when_it_is_loaded);
    if (native_count == 0)
        return check_report();
    RUN(should_map_memory_and_give_it_back);
    RUN(should_wait_until_the_time_is_over_or_a_signal_comes);
    RUN(should_have_a_kernel_for_this_processor);
    RUN(should_find_no_context_when_no_window_system_is_loaded);
    return check_report();
}

/* The part of jni.h that depends on the platform, in place of the JDK's. The JDK has it for its own platform only, and
 * there `jint` is what the compilers of that platform make of `int` and `long`; these types are the same everywhere.
 */
#ifndef SR_JNI_MD_H
#define SR_JNI_MD_H

#include <stdint.h>

#ifdef _WIN32
#define JNIEXPORT __declspec(dllexport)
#define JNICALL __stdcall
#else
#define JNIEXPORT __attribute__((visibility("default")))
#define JNICALL
#endif
#define JNIIMPORT

typedef int8_t jbyte;
typedef int32_t jint;
typedef int64_t jlong;

#endif

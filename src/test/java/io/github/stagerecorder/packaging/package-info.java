/** Programs in the forms in which they are delivered: reloaded, in one jar, with a runtime image, as an application. */
package io.github.stagerecorder.packaging;

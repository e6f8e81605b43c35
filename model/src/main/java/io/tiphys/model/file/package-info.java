/** Files: writing them whole, reading those that come with a class. Only what knows nothing of their content may enter. */
@NullMarked
package io.tiphys.model.file;

import org.jspecify.annotations.NullMarked;

/** From files and folders to documents. What cannot be read becomes a finding; nothing is judged here. */
@NullMarked
package io.tiphys.verifier.load;

import org.jspecify.annotations.NullMarked;

/**
 * Git as a store of files: a branch whose tip is read and moved by compare-and-swap, without a work tree. All of JGit is
 * in here, and signatures show only JDK and own types. Nothing here knows what the files mean or who owns them.
 */
@NullMarked
package io.tiphys.publisher.git;

import org.jspecify.annotations.NullMarked;

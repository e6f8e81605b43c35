package io.tiphys.generator.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A digest of everything that rendering depends on. */
public final class Fingerprint {
    private Fingerprint() {}

    /** The digest of the classes, the libraries and the configuration; names and contents, no times. */
    public static String of(Path classes, List<Path> libraries, String configuration) throws IOException {
        MessageDigest digest = sha256();
        add(digest, configuration);
        add(digest, System.getProperty("java.specification.version", ""));
        addFolder(digest, classes);
        for (Path library : libraries) {
            if (Files.isDirectory(library)) {
                addFolder(digest, library);
            } else {
                addLibrary(digest, library);
            }
        }
        return hex(digest);
    }

    /** The digest of some bytes. */
    static String of(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return hex(digest);
    }

    private static void addFolder(MessageDigest digest, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                addFile(digest, folder.relativize(file).toString().replace('\\', '/'), file);
            }
        }
    }

    private static void addFile(MessageDigest digest, String name, Path file) throws IOException {
        add(digest, name);
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** By size and time, as build tools do: libraries are large, and reading them takes longer than rendering. */
    private static void addLibrary(MessageDigest digest, Path library) throws IOException {
        add(digest, library.toString());
        if (Files.exists(library)) {
            add(
                    digest,
                    Files.size(library) + " "
                            + Files.getLastModifiedTime(library).to(TimeUnit.NANOSECONDS));
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

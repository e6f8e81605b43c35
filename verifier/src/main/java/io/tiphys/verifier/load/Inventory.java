package io.tiphys.verifier.load;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All objects of a run. What others must know of each stays in memory; the objects themselves stay while there is room, and are
 * read again when they are asked for. Thread-safe.
 */
public final class Inventory {
    /** An object in memory takes some twenty times the bytes of its text. */
    private static final int SHARE_OF_MEMORY = 100;

    /** So much text is judged at a time. */
    private static final long BATCH = 1 << 20;

    /** Larger files are read one after the other. */
    private static final long LARGE = 2 << 20;

    private final Loader loader;
    private final SourceIndex index;
    private final AtomicLong room;
    private final Map<Source, List<Manifest>> kept = new ConcurrentHashMap<>();
    private final Map<Source, SoftReference<List<Manifest>>> recent = new ConcurrentHashMap<>();
    private final Map<Source, List<Entry>> entries = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Inventory(Loader loader, SourceIndex index, long room) {
        this.loader = loader;
        this.index = index;
        this.room = new AtomicLong(room);
    }

    /**
     * The objects of some sources.
     *
     * @param base the folder that findings name files relative to
     * @param judged files, folders and patterns to judge
     * @param context those that may be referred to but are not judged
     * @param index Java lines of generated files
     * @throws IOException if a folder or file cannot be read
     */
    public static Inventory of(Path base, List<Path> judged, List<Path> context, SourceIndex index) throws IOException {
        return of(base, judged, context, index, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /** The same, with room for the objects of so many bytes of text. */
    static Inventory of(Path base, List<Path> judged, List<Path> context, SourceIndex index, long room)
            throws IOException {
        Loader loader = new Loader();
        Inventory inventory = new Inventory(loader, index, room);
        inventory.add(loader.sources(base, judged, true));
        inventory.add(loader.sources(base, context, false));
        return inventory;
    }

    private void add(Loader.Sources sources) throws IOException {
        findings.addAll(sources.findings());
        List<Contents> read;
        try {
            read = sources.files().parallelStream().map(this::contents).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int i = 0; i < read.size(); i++) {
            entries.put(sources.files().get(i), read.get(i).entries());
            findings.addAll(read.get(i).findings());
        }
    }

    private record Contents(List<Entry> entries, List<Finding> findings) {}

    private Contents contents(Source source) {
        if (source.bytes() <= LARGE) {
            return read(source);
        }
        synchronized (findings) { // a file of the largest size may take half of a small memory
            return read(source);
        }
    }

    private Contents read(Source source) {
        Loaded loaded = load(source);
        if (room.addAndGet(-source.bytes()) >= 0) {
            kept.put(source, loaded.manifests());
        }
        List<Entry> found = new ArrayList<>();
        for (Manifest manifest : loaded.manifests()) {
            found.add(Entry.of(source, found.size(), manifest));
        }
        return new Contents(List.copyOf(found), loaded.findings());
    }

    private Loaded load(Source source) {
        try {
            return loader.read(source, source.judged() ? index : SourceIndex.EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What could not be read, or is no object. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** All objects, in the order of files and documents, context last. */
    public List<Entry> entries() {
        return entries.values().stream().flatMap(List::stream).toList();
    }

    /** The files to judge in parts that fit into memory together, in their order. */
    public List<List<Source>> batches() {
        List<List<Source>> batches = new ArrayList<>();
        long size = BATCH;
        for (Source source : entries.keySet()) {
            if (!source.judged()) {
                continue;
            }
            if (size >= BATCH) {
                batches.add(new ArrayList<>());
                size = 0;
            }
            batches.get(batches.size() - 1).add(source);
            size += source.bytes();
        }
        return batches;
    }

    /**
     * The objects of a file.
     *
     * @throws UncheckedIOException if it cannot be read again, or has other objects now
     */
    public List<Manifest> manifests(Source source) {
        List<Manifest> known = kept.get(source);
        if (known != null) {
            return known;
        }
        List<Manifest> again = load(source).manifests();
        if (again.size() != entries.getOrDefault(source, List.of()).size()) {
            String message = source.file() + " was changed while it was judged";
            throw new UncheckedIOException(message, new IOException(message));
        }
        return again;
    }

    /** An object by what is known of it; those that are asked for one by one are remembered while memory lasts. */
    public Manifest manifest(Entry entry) {
        SoftReference<List<Manifest>> reference = recent.get(entry.source());
        List<Manifest> manifests = reference == null ? null : reference.get();
        if (manifests == null) {
            manifests = manifests(entry.source());
            recent.put(entry.source(), new SoftReference<>(manifests));
        }
        return manifests.get(entry.number());
    }
}

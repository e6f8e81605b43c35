package io.tiphys.generator.facility;

import io.tiphys.generator.dsl.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GPUs of a certain kind, where {@code gpus(…)} says too little: a part of a card, another maker, a product. Sets the
 * resource in requests and limits, {@code nodeSelector} and {@code tolerations}. Immutable.
 */
public final class Gpu {
    private static final String NVIDIA = "nvidia.com/";

    private final String resource;
    private final Object count;
    private final Optional<Object> product;
    private final List<Taint> taints;

    private Gpu(String resource, Object count, Optional<Object> product, List<Taint> taints) {
        this.resource = resource;
        this.count = count;
        this.product = product;
        this.taints = List.copyOf(taints);
    }

    private record Taint(String key, String value, String effect) {}

    /** Whole cards by Nvidia, with the tolerations of the site. */
    public static Gpu nvidia(Object count) {
        return of(NVIDIA + "gpu", count);
    }

    /** Parts of a card by Nvidia, such as {@code 3g.20gb}: {@code nvidia.com/mig-3g.20gb}. */
    public static Gpu slice(String size, Object count) {
        return of(NVIDIA + "mig-" + size, count);
    }

    /** Any extended resource, such as {@code amd.com/gpu}. */
    public static Gpu of(String resource, Object count) {
        return new Gpu(resource, count, Optional.empty(), List.of());
    }

    /** Only on nodes with this product: the label {@code nvidia.com/gpu.product}. */
    public Gpu product(Object name) {
        return new Gpu(resource, count, Optional.of(name), taints);
    }

    /** A taint of the nodes that the pod puts up with; {@code value} empty: whatever it is. Replaces the site's. */
    public Gpu toleration(String key, String value, String effect) {
        List<Taint> more = new ArrayList<>(taints);
        more.add(new Taint(key, value, effect));
        return new Gpu(resource, count, product, more);
    }

    /** The template with these GPUs. */
    public <T extends PodTemplate<T>> T on(T template) {
        T placed = template.resource(resource, count);
        placed = product.isPresent() ? placed.nodeSelector(NVIDIA + "gpu.product", product.get()) : placed;
        for (Taint taint : taints) {
            placed = placed.toleration(taint.key(), taint.value(), taint.effect());
        }
        return placed;
    }
}

package io.tiphys.verifier.cel;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code authorizer}, a question put to it, or its answer. Without a cluster one answer is known: members of
 * {@code system:masters} may do everything. Any other answer is an error, and {@link #wasUnknown()} tells that it was
 * asked for.
 */
@SuppressWarnings("Immutable") // but for the note that an answer was not known
public final class Authorizer extends OpaqueValue {
    static final OpaqueType AUTHORIZER = OpaqueType.create("kubernetes.authorization.Authorizer");
    static final OpaqueType PATH = OpaqueType.create("kubernetes.authorization.PathCheck");
    static final OpaqueType GROUP = OpaqueType.create("kubernetes.authorization.GroupCheck");
    static final OpaqueType RESOURCE = OpaqueType.create("kubernetes.authorization.ResourceCheck");
    static final OpaqueType DECISION = OpaqueType.create("kubernetes.authorization.Decision");

    private static final String SUPERUSERS = "system:masters";

    private final OpaqueType type;
    private final boolean superuser;
    private final AtomicBoolean unknown;

    private Authorizer(OpaqueType type, boolean superuser, AtomicBoolean unknown) {
        this.type = type;
        this.superuser = superuser;
        this.unknown = unknown;
    }

    /** The authorizer that a user in these groups meets; one object per evaluation of a policy. */
    public static Authorizer of(List<String> groups) {
        return new Authorizer(AUTHORIZER, groups.contains(SUPERUSERS), new AtomicBoolean());
    }

    /** The question about the resource of the request: {@code authorizer.requestResource}. */
    public Authorizer requestResource() {
        return as(RESOURCE);
    }

    /** Whether an answer was asked for that is not known. */
    public boolean wasUnknown() {
        return unknown.get();
    }

    Authorizer as(OpaqueType other) {
        return new Authorizer(other, superuser, unknown);
    }

    /** The same of a service account. */
    Authorizer ofServiceAccount() {
        return new Authorizer(AUTHORIZER, false, unknown);
    }

    /** Fails if the answer is not known. */
    void answer() {
        if (!superuser) {
            unknown.set(true);
            throw new CelFailure("the authorizer's answer is not known without a cluster");
        }
    }

    @Override
    public Authorizer value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return type;
    }

    @Override
    public String toString() {
        return type.name();
    }
}

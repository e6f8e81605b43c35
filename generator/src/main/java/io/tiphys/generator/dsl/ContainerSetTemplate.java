package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A template of several containers in one pod, in an order of their own: {@code containerSet}. Immutable. */
public final class ContainerSetTemplate extends TemplateWords<ContainerSetTemplate> {
    private static final String BODY = "containerSet";

    private ContainerSetTemplate(Parts parts) {
        super(parts);
    }

    static ContainerSetTemplate of(String name, Consumer<Containers> body) {
        Containers containers = new Containers();
        Fields.given("containerSet", body).accept(containers);
        return new ContainerSetTemplate(containers.in(Parts.named(name)));
    }

    @Override
    ContainerSetTemplate copy(Parts changed) {
        return new ContainerSetTemplate(changed);
    }

    /** A volume that all containers see. */
    public ContainerSetTemplate mount(Mount... mounts) {
        Parts changed = parts().mounting(mounts);
        for (Mount mount : Texts.given("mount", mounts)) {
            changed = changed.within(BODY, in -> in.add("volumeMounts", mount.mount()));
        }
        return copy(changed);
    }

    /** Tries a failed container again in the same pod: {@code containerSet.retryStrategy}. */
    public ContainerSetTemplate retryContainers(Object times, Object waiting) {
        Fields retry =
                Fields.NONE.set("retries", Texts.of("retries", times)).set("duration", Texts.of("duration", waiting));
        return copy(parts().within(BODY, in -> in.set("retryStrategy", retry), times, waiting));
    }

    /** The containers while they are being defined. */
    public static final class Containers {
        private final List<Member> members = new ArrayList<>();

        private Containers() {}

        /** A container; the one named {@code main} gives the outputs. */
        public Member container(ContainerTemplate container) {
            Member member = new Member(Fields.given("container", container));
            members.add(member);
            return member;
        }

        private Parts in(Parts parts) {
            Parts all = parts;
            for (Member member : members) {
                Parts others = member.container.parts();
                Resources.Place place = new Resources.Place("containers", member.container.name());
                Resources resources = all.resources().with(place, others.resources());
                Fields fields = member.container.container(place, resources);
                if (!member.dependencies.isEmpty()) {
                    fields = fields.set("dependencies", member.dependencies);
                }
                Slot item = new Slot(
                        new Slot.Plain(fields), others.fields().get("name").flatMap(Slot::origin));
                all = all.using(others.references())
                        .mounting(others.mounts().toArray(Mount[]::new))
                        .asking(resources)
                        .waiving(all.waivers().with(others.waivers().of(member.container.name())))
                        .failing(others.problems())
                        .failing(member.container.onlyOfTemplates())
                        .within(BODY, in -> in.add("containers", item));
            }
            return all;
        }
    }

    /** One of the containers. */
    public static final class Member {
        private final ContainerTemplate container;
        private final List<String> dependencies = new ArrayList<>();

        private Member(ContainerTemplate container) {
            this.container = container;
        }

        /** Starts when these have ended well. */
        public Member after(Member... others) {
            Texts.given("after", others).stream()
                    .map(other -> other.container.name())
                    .forEach(dependencies::add);
            return this;
        }
    }

    @Override
    Fields body(Fields fields, Context context) {
        return fields.get(BODY).isPresent()
                ? fields
                : fields.put(BODY, new Slot(new Slot.Plain(Fields.NONE), Optional.empty()));
    }
}

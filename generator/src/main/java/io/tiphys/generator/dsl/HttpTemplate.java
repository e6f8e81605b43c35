package io.tiphys.generator.dsl;

import io.tiphys.model.argo.HTTP;
import io.tiphys.model.object.Fields;
import java.util.function.UnaryOperator;

/** A template that makes an HTTP request, without a pod of its own. Immutable. */
public final class HttpTemplate extends TemplateWords<HttpTemplate> {
    private static final String BODY = "http";

    private HttpTemplate(Parts parts) {
        super(parts);
    }

    static HttpTemplate of(String name, Object url) {
        return new HttpTemplate(Parts.named(name)).with("url", url);
    }

    @Override
    HttpTemplate copy(Parts changed) {
        return new HttpTemplate(changed);
    }

    /** {@code GET}, {@code POST}, … */
    public HttpTemplate method(Object method) {
        return with("method", method);
    }

    /** A header. */
    public HttpTemplate header(String name, Object value) {
        Fields header = Fields.NONE.set("name", name);
        Fields given = value instanceof EnvSource source
                ? header.set("valueFrom", source.fields())
                : header.set("value", Texts.of("header " + name, value));
        Object used = value instanceof EnvSource source ? source.used() : value;
        return copy(parts().within(BODY, in -> in.add("headers", given), used));
    }

    /** What is sent. */
    public HttpTemplate body(Object text) {
        return with("body", text);
    }

    /** The seconds after which it has failed. */
    public HttpTemplate timeoutSeconds(long seconds) {
        return with("timeoutSeconds", seconds);
    }

    /** When it is a success, about {@link Variables#response}; without it any status below 400. */
    public HttpTemplate successCondition(Condition condition) {
        return copy(parts().within(
                        BODY,
                        in -> in.set(
                                "successCondition",
                                Fields.given("successCondition", condition).expr()),
                        condition));
    }

    /** Changes the typed model of the request, for what the language has no word for. */
    public HttpTemplate http(UnaryOperator<HTTP> change) {
        return copy(parts().within(BODY, in -> Models.change(in, HTTP.of(), change)));
    }

    private HttpTemplate with(String field, Object value) {
        return copy(parts().within(BODY, in -> in.set(field, Texts.plain(field, value)), value));
    }
}

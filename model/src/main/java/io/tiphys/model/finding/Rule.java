package io.tiphys.model.finding;

/**
 * A rule of the verifier or generator.
 *
 * @param id its name in reports and waivers: family and number, {@code VAR-02}
 * @param severity of its findings
 * @param summary one sentence: what it asks for
 * @param remedy how an offence is usually mended; a finding may say it better
 * @param source the document or behaviour of Argo or Kubernetes that it follows
 */
public record Rule(String id, Severity severity, String summary, String remedy, String source) {}

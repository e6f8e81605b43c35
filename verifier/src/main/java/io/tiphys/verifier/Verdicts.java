package io.tiphys.verifier;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many verdicts in little memory: ten thousand files have millions of them, and nearly all say one of a few things. Reading
 * is thread-safe once all are added.
 */
final class Verdicts extends AbstractList<VerifyResult.PolicyVerdict> {
    private static final int START = 1024;

    /** What is said, of whatever. */
    private record Statement(
            String policy, String binding, String outcome, List<String> actions, String reason, String message) {}

    /** Of what it is said. */
    private record Subject(String file, int document, String pod) {}

    private final List<Statement> statements = new ArrayList<>();
    private final Map<Statement, Integer> numbers = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();
    /** By number of the verdict. */
    private int[] said = new int[START];

    private int[] about = new int[START];
    private int size;

    @Override
    public boolean add(VerifyResult.PolicyVerdict verdict) {
        if (size == said.length) {
            said = Arrays.copyOf(said, 2 * size);
            about = Arrays.copyOf(about, 2 * size);
        }
        Statement statement = new Statement(
                verdict.policy(),
                verdict.binding(),
                verdict.outcome(),
                verdict.actions(),
                verdict.reason(),
                verdict.message());
        Subject subject = new Subject(verdict.file(), verdict.document(), verdict.pod());
        if (subjects.isEmpty() || !subjects.get(subjects.size() - 1).equals(subject)) {
            subjects.add(subject);
        }
        said[size] = numbers.computeIfAbsent(statement, first -> {
            statements.add(first);
            return statements.size() - 1;
        });
        about[size] = subjects.size() - 1;
        size++;
        return true;
    }

    @Override
    public VerifyResult.PolicyVerdict get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("there are " + size + " verdicts, none has the number " + index);
        }
        Statement statement = statements.get(said[index]);
        Subject subject = subjects.get(about[index]);
        return new VerifyResult.PolicyVerdict(
                statement.policy(),
                statement.binding(),
                subject.file(),
                subject.document(),
                subject.pod(),
                statement.outcome(),
                statement.actions(),
                statement.reason(),
                statement.message());
    }

    @Override
    public int size() {
        return size;
    }
}

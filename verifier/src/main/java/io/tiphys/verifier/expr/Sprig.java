package io.tiphys.verifier.expr;

import java.util.List;
import java.util.Set;

/** The functions of sprig, as Argo registers them: all but {@code env} and {@code expandenv}. */
final class Sprig {
    /** Those that are not computed: their values are random, times, certificates or addresses, or rarely asked for. */
    private static final Set<String> OTHERS = Set.of(
            ("ago date date_in_zone date_modify dateInZone dateModify duration durationRound htmlDate htmlDateInZone "
                            + "must_date_modify mustDateModify mustToDate now toDate unixEpoch abbrevboth randAlphaNum "
                            + "randAlpha randAscii randNumeric swapcase shuffle snakecase camelcase kebabcase wrap wrapWith "
                            + "initials title untitle randInt add1f addf subf divf mulf toDecimal seq deepCopy mustDeepCopy "
                            + "typeOf typeIs typeIsLike kindOf kindIs deepEqual getHostByName base dir clean ext isAbs "
                            + "osBase osClean osDir osExt osIsAbs b32enc b32dec set unset pluck keys values pick omit merge "
                            + "mergeOverwrite mustMerge mustMergeOverwrite slice mustSlice dig chunk mustChunk bcrypt "
                            + "htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert "
                            + "genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES randBytes "
                            + "uuidv4 semver semverCompare regexFindAll mustRegexFindAll regexSplit mustRegexSplit "
                            + "regexQuoteMeta urlParse urlJoin sha512sum")
                    .split(" "));

    private Sprig() {}

    static boolean isKnown(String name) {
        return OTHERS.contains(name)
                || SprigTexts.NAMES.contains(name)
                || SprigLists.NAMES.contains(name)
                || SprigNumbers.NAMES.contains(name)
                || SprigValues.NAMES.contains(name);
    }

    static Object call(String name, Arguments given) throws ValueException {
        if (SprigTexts.NAMES.contains(name)) {
            return SprigTexts.call(name, given);
        } else if (SprigLists.NAMES.contains(name)) {
            return SprigLists.call(name, given);
        } else if (SprigNumbers.NAMES.contains(name)) {
            return SprigNumbers.call(name, given);
        } else if (SprigValues.NAMES.contains(name)) {
            return SprigValues.call(name, given);
        }
        throw ValueException.unknown("sprig." + name);
    }

    /** A text of any value. */
    static String text(Object value) throws ValueException {
        return Texts.bounded(Values.text(value));
    }

    /** Whether a value counts as not given. */
    static boolean isEmpty(Object value) throws ValueException {
        return switch (Values.kind(value)) {
            case NIL -> true;
            case TEXT, LIST, MAP -> Functions.length(value, false).equals(0L);
            case BOOL -> !Values.condition(value);
            case INT -> Values.integer(value) == 0;
            case FLOAT -> Values.number(value) == 0;
            case SPAN -> ((Span) value).nanos() == 0;
            case FIELDS, FUNCTION -> false;
            case ANY -> throw ValueException.unknown("whether such a value is empty");
        };
    }

    static Listing list(List<Object> items) {
        return Listing.any(items);
    }
}

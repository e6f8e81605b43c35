package io.tiphys.verifier.cel;

import com.google.common.net.InetAddresses;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses: {@code 10.0.0.0/8}. Host bits are kept. */
@Immutable
final class Cidr extends OpaqueValue {
    private static final Pattern TEXT = Pattern.compile("([^/]*)/(0|[1-9][0-9]{0,2})");

    private final Ip ip;
    private final int length;

    private Cidr(Ip ip, int length) {
        this.ip = ip;
        this.length = length;
    }

    /**
     * The range that a text writes.
     *
     * @throws CelFailure if it is none
     */
    static Cidr parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw wrong(text, "no '/' with a prefix length");
        }
        Ip ip;
        try {
            ip = Ip.parse(matcher.group(1));
        } catch (CelFailure e) {
            throw wrong(text, e.getMessage());
        }
        int length = Integer.parseInt(matcher.group(2));
        if (length > width(ip)) {
            throw wrong(text, "prefix length out of range");
        }
        return new Cidr(ip, length);
    }

    private static CelFailure wrong(String text, String reason) {
        return new CelFailure("network address parse error during conversion from string: netip.ParsePrefix(\"" + text
                + "\"): " + reason);
    }

    private static int width(Ip ip) {
        return ip.family() == 4 ? 32 : 128;
    }

    Ip ip() {
        return ip;
    }

    long prefixLength() {
        return length;
    }

    /** The same range without host bits. */
    Cidr masked() {
        int rest = width(ip) - length;
        BigInteger bits = ip.bits().shiftRight(rest).shiftLeft(rest);
        return new Cidr(
                Ip.of(
                        ip.family() == 4
                                ? InetAddresses.fromIPv4BigInteger(bits)
                                : InetAddresses.fromIPv6BigInteger(bits)),
                length);
    }

    boolean contains(Ip other) {
        int rest = width(ip) - length;
        return other.family() == ip.family()
                && other.bits().shiftRight(rest).equals(ip.bits().shiftRight(rest));
    }

    boolean contains(Cidr other) {
        return other.length >= length && contains(other.ip);
    }

    @Override
    public Cidr value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return Types.CIDR;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cidr cidr && length == cidr.length && ip.equals(cidr.ip);
    }

    @Override
    public int hashCode() {
        return ip.hashCode() * 31 + length;
    }

    @Override
    public String toString() {
        return ip + "/" + length;
    }
}

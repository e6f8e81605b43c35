package io.tiphys.verifier.cel;

import com.google.common.net.InetAddresses;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IP address, held in its canonical text (RFC 5952). */
@Immutable
final class Ip extends OpaqueValue {
    private static final Pattern CHARACTERS = Pattern.compile("[0-9a-fA-F:.]{1,45}");

    private final String text;

    private Ip(String text) {
        this.text = text;
    }

    /**
     * The address that a text writes.
     *
     * @throws CelFailure if it is none, has a zone, or writes an IPv4 address in IPv6's way
     */
    static Ip parse(String text) {
        if (text.indexOf('%') >= 0) {
            throw new CelFailure("IP address \"" + text + "\" with zone value is not allowed");
        }
        if (!CHARACTERS.matcher(text).matches() || !InetAddresses.isInetAddress(text)) {
            throw new CelFailure("IP Address \"" + text + "\" parse error during conversion from string: ParseAddr(\""
                    + text + "\"): unable to parse IP");
        }
        InetAddress address = InetAddresses.forString(text);
        if (address instanceof Inet4Address && text.indexOf(':') >= 0) {
            throw new CelFailure("IPv4-mapped IPv6 address \"" + text + "\" is not allowed");
        }
        return of(address);
    }

    static Ip of(InetAddress address) {
        return new Ip(InetAddresses.toAddrString(address));
    }

    InetAddress address() {
        return InetAddresses.forString(text);
    }

    /** 4 or 6. */
    long family() {
        return text.indexOf(':') < 0 ? 4 : 6;
    }

    BigInteger bits() {
        return new BigInteger(1, address().getAddress());
    }

    /** Neither unspecified, broadcast, loopback, multicast nor of one link. */
    boolean isGlobalUnicast() {
        InetAddress address = address();
        return !address.isAnyLocalAddress()
                && !text.equals("255.255.255.255")
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    @Override
    public Ip value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return Types.IP;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ip ip && text.equals(ip.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

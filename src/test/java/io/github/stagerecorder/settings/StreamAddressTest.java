package io.github.stagerecorder.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an address is shown, and what is hidden. */
class StreamAddressTest {
    @ParameterizedTest
    @CsvSource({
        "rtmp://host/app/key, rtmp://host/app/***",
        "RTMPS://host:443/app/key?a=b&c=d, rtmps://host:443/app/***?a=***&c=***",
        "rtmp://u:p@host/app/key, rtmp://***@host/app/***",
        "rtmp://host/app/key/, rtmp://host/app/***",
        "rtmp://host/app/instance/key, rtmp://host/app/***",
        "rtmp://media_server/app/key, rtmp://media_server/app/***",
        "srt://host:9000, srt://host:9000",
        "srt://host:9000?streamid=key&latency=200, srt://host:9000?streamid=***&latency=***",
        "srt://host:9000?key, srt://host:9000?***",
        "rtsp://u:p@[::1]:8554/live, rtsp://***@[::1]:8554/***"
    })
    void shouldHideWhatIsSecret(String address, String shown) {
        assertEquals(shown, StreamAddress.of(URI.create(address), null).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://host/app, key, rtmp://host/app/key",
        "rtmp://host/app/, key?a=b, rtmp://host/app/key?a=b",
        "rtmp://host/app?a=b, key, rtmp://host/app/key?a=b",
        "rtsp://host:8554, key/of/mine, rtsp://host:8554/key/of/mine",
        "rtsp://host/live, key, rtsp://host/live/key",
        "SRT://Host:9000, key, srt://Host:9000?streamid=key",
        "srt://host:9000, a key, srt://host:9000?streamid=a%20key",
        "srt://host:9000?latency=80, '#!::r=a,m=publish', srt://host:9000?latency=80&streamid=%23%21%3A%3Ar%3Da%2Cm%3Dpublish"
    })
    void shouldTakeTheKeyFromElsewhere(String address, String key, String location) {
        StreamAddress whole = StreamAddress.of(URI.create(address), key);
        assertEquals(location, whole.location());
        assertEquals(-1, whole.toString().indexOf("key"));
    }

    @Test
    void shouldHideSecretsInWhatOthersSay() {
        StreamAddress address = StreamAddress.of(URI.create("rtmp://us%20er:pass@host/app/k%2Fey?token=abc"), null);
        assertEquals(
                "cannot connect to rtmp://***@host/app/***?token=*** as *** or ***, for *** and ***",
                address.redact("cannot connect to " + address.location() + " as us er or us%20er, for k/ey and abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!::r=a/b,m=publish", "%23!::r=a%2Fb%2Cm=publish", "%23%21::r%3da%2fb,m=publish"})
    void shouldHideSecretsHoweverTheyAreEncoded(String told) {
        StreamAddress address = StreamAddress.of(URI.create("srt://host:9000"), "#!::r=a/b,m=publish");
        assertEquals("refused: ***, 5 s", address.redact("refused: " + told + ", 5 s"));
    }

    @Test
    void shouldHideSecretsThatLookLikeWhatHidesThem() {
        StreamAddress address = StreamAddress.of(URI.create("rtmp://u:*@host/app"), "a*");
        assertEquals("*** and ***", address.redact("a* and *"));
    }
}

package io.github.stagerecorder.jni;

import static java.nio.file.attribute.AclEntryPermission.ADD_FILE;
import static java.nio.file.attribute.AclEntryPermission.ADD_SUBDIRECTORY;
import static java.nio.file.attribute.AclEntryPermission.DELETE_CHILD;
import static java.nio.file.attribute.AclEntryPermission.EXECUTE;
import static java.nio.file.attribute.AclEntryPermission.READ_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ACL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule for access lists, with those of an ordinary Windows. */
class AclWritersTest {
    private static final UserPrincipal USER = new Account("PC\\u");
    private static final UserPrincipal OTHER = new Account("PC\\other");
    private static final UserPrincipal SYSTEM = new Account("NT-AUTORITÄT\\SYSTEM");
    private static final UserPrincipal ADMINISTRATORS = new Account("VORDEFINIERT\\Administratoren");
    private static final UserPrincipal USERS = new Account("VORDEFINIERT\\Benutzer");

    private static final AclEntry SYSTEM_ALL = allow(SYSTEM, AclEntryPermission.values());
    private static final AclEntry USERS_READ = allow(USERS, READ_DATA, EXECUTE);

    private final AclWriters writers = new AclWriters(USER, List.of(SYSTEM, ADMINISTRATORS));

    @Test
    void shouldAcceptWhatTheUserAndTheSystemAloneCanChange() {
        assertNull(writers.danger(USER, List.of(SYSTEM_ALL, allow(USER, AclEntryPermission.values())), true));
        assertNull(writers.danger(ADMINISTRATORS, List.of(SYSTEM_ALL, USERS_READ), true));
    }

    /** In C:\ every user may create folders, and what he creates is his. */
    @Test
    void shouldLetOthersAddToAFolderAboveAlone() {
        List<AclEntry> drive = List.of(
                SYSTEM_ALL,
                allow(USERS, ADD_SUBDIRECTORY),
                AclEntry.newBuilder(allow(USERS, AclEntryPermission.values()))
                        .setFlags(AclEntryFlag.INHERIT_ONLY, AclEntryFlag.FILE_INHERIT)
                        .build());
        assertNull(writers.danger(SYSTEM, drive, false));
        assertEquals("can be changed by VORDEFINIERT\\Benutzer", writers.danger(SYSTEM, drive, true));
    }

    @Test
    void shouldRefuseWhatOthersOwnOrCanReplace() {
        assertEquals("belongs to the user PC\\other", writers.danger(OTHER, List.of(SYSTEM_ALL), false));
        for (AclEntryPermission permission : Set.of(DELETE_CHILD, WRITE_ACL)) {
            assertEquals("can be changed by PC\\other", writers.danger(USER, List.of(allow(OTHER, permission)), false));
        }
        assertEquals("can be changed by PC\\other", writers.danger(USER, List.of(allow(OTHER, ADD_FILE)), true));
    }

    /** Without a list, everybody may do everything. */
    @Test
    void shouldRefuseWhatHasNoList() {
        assertEquals("has no access list", writers.danger(USER, List.of(), false));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "NO-DOMAIN"})
    void shouldFindTheUserWhateverTheDomainThatTheEnvironmentNames(String domain) throws IOException {
        UserPrincipalLookupService accounts = FileSystems.getDefault().getUserPrincipalLookupService();
        String name = System.getProperty("user.name");
        assertEquals(accounts.lookupPrincipalByName(name), AclWriters.account(accounts, domain, name));
    }

    @Test
    void shouldCreateFoldersForTheUserAlone() {
        assertNull(writers.danger(USER, writers.forThisUserAlone().value(), true));
        assertEquals(USER, writers.forThisUserAlone().value().get(0).principal());
    }

    private static AclEntry allow(UserPrincipal who, AclEntryPermission... permissions) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(EnumSet.copyOf(List.of(permissions)))
                .build();
    }

    private record Account(String getName) implements UserPrincipal {}
}

package io.github.stagerecorder.jni;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks access lists, on Windows. The names of Windows' own groups differ with its language; so whoever may replace
 * the files of Windows itself is trusted, whatever the name.
 */
final class AclWriters implements Writers {
    /** With any of these the folder, or what is in it, can be replaced. */
    private static final Set<AclEntryPermission> REPLACING = EnumSet.of(
            AclEntryPermission.DELETE,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER);
    /** A library that lies beside another is loaded in place of the system's of that name. */
    private static final Set<AclEntryPermission> ADDING =
            EnumSet.of(AclEntryPermission.ADD_FILE, AclEntryPermission.ADD_SUBDIRECTORY);

    private final UserPrincipal user;
    private final Set<UserPrincipal> trusted;

    AclWriters(UserPrincipal user, Collection<UserPrincipal> system) {
        this.user = user;
        trusted = new HashSet<>(system);
        trusted.add(user);
    }

    static AclWriters ofThisUser() throws IOException {
        String root = System.getenv("SystemRoot");
        AclFileAttributeView windows = view(Path.of(root == null ? "C:\\Windows" : root));
        Set<UserPrincipal> system = new HashSet<>(Set.of(windows.getOwner()));
        windows.getAcl().stream()
                .filter(entry -> allows(entry, REPLACING))
                .forEach(entry -> system.add(entry.principal()));
        UserPrincipalLookupService accounts = Path.of("C:\\").getFileSystem().getUserPrincipalLookupService();
        return new AclWriters(account(accounts, System.getenv("USERDOMAIN"), System.getProperty("user.name")), system);
    }

    /** Returns the account. For services and in OpenSSH's sessions the variable may name a workgroup, not a domain. */
    static UserPrincipal account(UserPrincipalLookupService accounts, String domain, String name) throws IOException {
        try {
            return accounts.lookupPrincipalByName(domain == null ? name : domain + "\\" + name);
        } catch (IOException e) {
            return accounts.lookupPrincipalByName(name);
        }
    }

    private static AclFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public FileAttribute<List<AclEntry>> forThisUserAlone() {
        List<AclEntry> all = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                .build());
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return all;
            }
        };
    }

    @Override
    public FileAttribute<?>[] forFilesOfThisUser() {
        return new FileAttribute<?>[0];
    }

    @Override
    public String danger(Path step, boolean isLast) throws IOException {
        AclFileAttributeView view = view(step);
        return danger(view.getOwner(), view.getAcl(), isLast);
    }

    /** The rule alone, without a file system. */
    String danger(UserPrincipal owner, List<AclEntry> acl, boolean isLast) {
        if (!trusted.contains(owner)) {
            return "belongs to the user " + owner.getName();
        }
        if (acl.isEmpty()) { // Java shows a missing list so, and who can read a folder has an entry in its list
            return "has no access list";
        }
        Set<AclEntryPermission> dangerous = EnumSet.copyOf(REPLACING);
        dangerous.addAll(isLast ? ADDING : Set.of());
        return acl.stream()
                .filter(entry -> !trusted.contains(entry.principal()) && allows(entry, dangerous))
                .map(entry -> "can be changed by " + entry.principal().getName())
                .findFirst()
                .orElse(null);
    }

    private static boolean allows(AclEntry entry, Set<AclEntryPermission> some) {
        return entry.type() == AclEntryType.ALLOW
                && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY)
                && !Collections.disjoint(entry.permissions(), some);
    }
}

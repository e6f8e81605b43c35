package io.tiphys.publisher.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit may know of the machine: no system, user or JGit configuration and no {@code GIT_*} variable, so that a
 * publication is the same for every user, no {@code git} is started to look for files, and none is written into the
 * home folder. JGit holds it per class loader, which for a Maven plugin is its own.
 */
final class IsolatedReader extends SystemReader.Delegate {

    private IsolatedReader(SystemReader machine) {
        super(machine);
    }

    /** Makes it JGit's reader; later calls change nothing. */
    static void install() {
        synchronized (IsolatedReader.class) {
            if (!(SystemReader.getInstance() instanceof IsolatedReader)) {
                SystemReader.setInstance(new IsolatedReader(SystemReader.getInstance()));
            }
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new FixedConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new FixedConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new FixedConfig(parent, fs);
    }

    /** A configuration without a file. */
    private static final class FixedConfig extends FileBasedConfig {

        FixedConfig(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
            setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
            setBoolean(ConfigConstants.CONFIG_RECEIVE_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOGC, false);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // there is no file
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /**
         * Tells JGit the coarsest time stamps any file system has; left to itself it measures them, for three seconds
         * and with probe files in the repository. Too coarse a value only makes it look at a file again.
         */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long defaultValue, TimeUnit unit) {
            if (!section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)) {
                return super.getTimeUnit(section, subsection, name, defaultValue, unit);
            }
            return name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION) ? unit.convert(2, TimeUnit.SECONDS) : 0;
        }
    }
}

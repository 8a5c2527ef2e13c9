namespace ConnectGate.Foundation.Data;

/// <summary>
/// The folder of the database and its key, and the files in it. Letters are private from other accounts on the machine.
/// </summary>
public static class PrivateFolder
{
    /// <summary>Makes the folder where it is missing, with mode 0700. A folder that exists keeps its mode.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    /// <summary>
    /// Gives a file mode 0600, whatever its folder's mode: other accounts on the machine may be able to enter a folder
    /// that was there before. Does nothing on Windows.
    /// </summary>
    /// <param name="create">Whether an empty file is made where none exists.</param>
    public static void MakeFilePrivate(string file, bool create)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (create && !File.Exists(file))
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite,
                UnixCreateMode = owner,
            };
            new FileStream(file, options).Dispose();
        }
        else if (File.Exists(file) && File.GetUnixFileMode(file) != owner)
        {
            File.SetUnixFileMode(file, owner);
        }
    }
}

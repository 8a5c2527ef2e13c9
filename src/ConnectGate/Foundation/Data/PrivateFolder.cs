namespace ConnectGate.Foundation.Data;

/// <summary>The folder of the database and its key. Letters are private from other accounts on the machine.</summary>
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
}

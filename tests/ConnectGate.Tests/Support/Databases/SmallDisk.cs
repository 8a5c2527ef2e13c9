using System.Diagnostics;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>A file system in memory that a test can fill. Only root may mount one.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 16;

    private string Filler => Path.Combine(Folder, "filler");

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Mounts it. Skips the test where that is not allowed, except as root in CI.</summary>
    public static SmallDisk Mount()
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("connectgate-disk-").FullName);
        var mounted = Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", disk.Folder);
        if (!mounted)
        {
            Directory.Delete(disk.Folder);
            Assert.SkipUnless(
                Environment.GetEnvironmentVariable("CI") == "true" && Environment.UserName == "root",
                "Only root can mount a small disk to fill it."
            );
            Assert.Fail("The small disk could not be mounted.");
        }

        return disk;
    }

    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 64 * 1024, 512, 1 })
        {
            try
            {
                while (true)
                {
                    filler.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full for pieces of that size.
            }
        }
    }

    public void MakeSpace() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

using System.Diagnostics;
using Recommender.Core;
using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class DiskFullTests
{
    [Fact]
    public void A_full_disk_is_one_clear_line_and_leaves_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small disk is made with tmpfs, which only Linux has.");
        var disk = Directory.CreateTempSubdirectory("small-disk-").FullName;
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk), "Mounting a small tmpfs needs root.");
        try
        {
            var error = Assert.Throws<UserErrorException>(() => ShopGenerator.Generate(
                new() { Lines = 200_000 }, Path.Combine(disk, "shop"), cancellationToken: TestContext.Current.CancellationToken));

            Assert.Contains("is full: 200000 lines need about", error.Message);
            Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
        }
        finally
        {
            Run("umount", disk);
            Directory.Delete(disk);
        }
    }

    static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

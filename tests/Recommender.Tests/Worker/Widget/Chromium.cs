using System.Diagnostics;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Worker.Widget;

/// <summary>Opens a page in a real browser, lets its scripts run, and gives back what then stands there.</summary>
static class Chromium
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task<string> DumpAsync(string address, CancellationToken cancellationToken)
    {
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(Program()) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", $"--user-data-dir={profile.Path}", "--virtual-time-budget=8000", "--dump-dom", address])
            start.ArgumentList.Add(argument);
        using var browser = Process.Start(start)!;
        var errors = browser.StandardError.ReadToEndAsync(cancellationToken);
        var page = await browser.StandardOutput.ReadToEndAsync(cancellationToken);
        await browser.WaitForExitAsync(cancellationToken);
        Assert.True(page.Contains("</html>", StringComparison.Ordinal), await errors);
        return page;
    }

    static string Program()
    {
        if (Places.FirstOrDefault(File.Exists) is { } place) return place;

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "Chromium is not installed. Install it: apt-get install chromium.");
        Assert.Skip("Chromium is not installed: apt-get install chromium.");
        return "";
    }
}

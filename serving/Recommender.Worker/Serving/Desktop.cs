using System.ComponentModel;
using System.Diagnostics;

namespace Recommender.Worker.Serving;

/// <summary>The desktop of whoever sits at this machine, if anybody does.</summary>
static class Desktop
{
    /// <summary>Opens an address in the browser; does nothing where there is no desktop.</summary>
    public static void Open(string address)
    {
        if (Command(address) is not { } start) return;

        try
        {
            using var opened = Process.Start(start);
        }
        catch (Win32Exception)
        {
            // A desktop without a program for web pages: the address is on the screen.
        }
    }

    static ProcessStartInfo? Command(string address)
    {
        if (OperatingSystem.IsWindows()) return new(address) { UseShellExecute = true };
        if (OperatingSystem.IsMacOS()) return new("open", [address]) { UseShellExecute = false };

        return Has("DISPLAY") || Has("WAYLAND_DISPLAY")
            ? new("xdg-open", [address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true }
            : null;
    }

    static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

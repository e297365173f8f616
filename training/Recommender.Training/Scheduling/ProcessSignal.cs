using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Recommender.Training.Scheduling;

/// <summary>Asks a process to end; .NET itself can only kill.</summary>
static partial class ProcessSignal
{
    const int Terminate = 15;   // SIGTERM: what a shell starts in the background never hears of SIGINT

    /// <summary>On Windows, which has no such signal for another process, it is ended at once.</summary>
    public static void Send(Process process)
    {
        if (OperatingSystem.IsWindows()) process.Kill(entireProcessTree: true);
        else _ = Kill(process.Id, Terminate);   // fails only when the process has ended by itself
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Recommender.Training.Scheduling;

/// <summary>Asks a process to end as Ctrl-C does; .NET itself can only kill.</summary>
static partial class ProcessSignal
{
    const int Interrupt = 2;   // SIGINT

    /// <summary>On Windows, which has no such signal for another process, it is ended at once.</summary>
    public static void Send(Process process)
    {
        if (OperatingSystem.IsWindows()) process.Kill(entireProcessTree: true);
        else _ = Kill(process.Id, Interrupt);   // fails only when the process has ended by itself
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}

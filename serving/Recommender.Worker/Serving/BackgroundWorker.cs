using System.Diagnostics;
using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Storage.State;

namespace Recommender.Worker.Serving;

/// <summary>A worker that goes on when the terminal is closed: starting it, finding it, ending it.</summary>
sealed class BackgroundWorker(HomeFolder home, TimeProvider clock)
{
    // Away from the terminal and its signals. What was open here is not kept open there: a lock or a pipe of somebody's may be among it.
    const string Detached =
        """
        log=$1; shift
        exec </dev/null >"$log" 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
        trap '' HUP
        if command -v setsid >/dev/null; then exec setsid "$@"; else exec "$@"; fi
        """;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly StateFolder _folder = new(home);

    /// <summary>The worker of this home; null when none answers.</summary>
    public async Task<WorkerNote?> FindAsync(CancellationToken cancellationToken)
    {
        using var socket = await WorkerSocket.TryConnectAsync(_folder, cancellationToken);
        return socket?.Worker;
    }

    /// <summary>Starts <c>recommender serve</c> with these options and waits until it answers.</summary>
    public async Task<WorkerNote> StartAsync(IEnumerable<string> serveOptions, CancellationToken cancellationToken)
    {
        using var process = Start([.. Program(), "serve", "--home", home.Path, .. serveOptions]);
        for (var started = clock.GetTimestamp(); ; await Task.Delay(Pause, clock, cancellationToken))
        {
            if (await FindAsync(cancellationToken) is { } worker && worker.Process == process.Id) return worker;
            if (process.HasExited) throw new UserErrorException(LastWords());
            if (clock.GetElapsedTime(started) <= Patience) continue;

            process.Kill();
            throw new UserErrorException($"The worker did not answer within {Patience.TotalSeconds:0} s and was ended. What it said is in {_folder.Log}.");
        }
    }

    /// <summary>Ends the worker of this home and waits until it is gone; null when none runs.</summary>
    public async Task<WorkerNote?> StopAsync(CancellationToken cancellationToken)
    {
        using var socket = await WorkerSocket.TryConnectAsync(_folder, cancellationToken);
        if (socket is null) return null;

        await socket.StopAsync(cancellationToken);
        for (; ; await Task.Delay(Pause, clock, cancellationToken))
        {
            // It lets go of its state last of all.
            using var hold = _folder.TryHold("stop");
            if (hold is not null) return socket.Worker;
        }
    }

    Process Start(string[] command)
    {
        _folder.Create();
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = true, WindowStyle = ProcessWindowStyle.Minimized }   // a window of its own
            : new ProcessStartInfo("/bin/sh", ["-c", Detached, "sh", _folder.Log, .. command]) { UseShellExecute = false };
        return Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
    }

    // The program that runs here, under its host where it has one.
    static string[] Program()
    {
        var (host, program) = (Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]);
        return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, program] : [host];
    }

    string LastWords()
    {
        var said = File.Exists(_folder.Log) ? File.ReadLines(_folder.Log).LastOrDefault(line => line.Length > 0) : null;
        return said?.StartsWith("error: ", StringComparison.Ordinal) == true ? said["error: ".Length..] : $"The worker ended as it started. What it said is in {_folder.Log}.";
    }
}

using System.Diagnostics;
using System.Text;
using Xunit;

namespace Recommender.EndToEnd;

/// <summary>A started program: its words are caught while it runs, signals can be sent to it.</summary>
sealed class Launched : IDisposable
{
    readonly Process _process;
    readonly long _started = Stopwatch.GetTimestamp();
    readonly TimeSpan _timeout;
    readonly StringBuilder _output = new();
    readonly Task _outputRead;
    readonly Task<string> _errorsRead;
    readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Launched(ProcessStartInfo start, TimeSpan timeout)
    {
        _timeout = timeout;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _outputRead = ReadOutputAsync();
        _errorsRead = _process.StandardError.ReadToEndAsync();
    }

    public int ProcessId => _process.Id;

    /// <summary>Waits for the first characters on standard output.</summary>
    public Task FirstWordAsync() => _spoke.Task.WaitAsync(_timeout);

    /// <summary>Sends a signal (INT, TERM, KILL, ...) to the process id that was started, and to no other.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public async Task<Outcome> EndAsync()
    {
        using var patience = new CancellationTokenSource(_timeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            await Task.WhenAll(_outputRead, _errorsRead).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} took more than {_timeout}.", late);
        }
        return new(_process.ExitCode, _output.ToString(), await _errorsRead, Stopwatch.GetElapsedTime(_started));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    async Task ReadOutputAsync()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer) is var count and > 0)
        {
            _output.Append(buffer, 0, count);
            _spoke.TrySetResult();
        }
        _spoke.TrySetException(new EndOfStreamException("The program ended without a word on standard output."));
    }
}

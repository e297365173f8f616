using System.Diagnostics;
using Xunit;

namespace Recommender.EndToEnd;

/// <summary>A started program: its words are caught while it runs, signals can be sent to it.</summary>
sealed class Launched : IDisposable
{
    readonly Process _process;
    readonly long _started = Stopwatch.GetTimestamp();
    readonly TimeSpan _timeout;
    readonly CaughtWords _output;
    readonly CaughtWords _errors;

    public Launched(ProcessStartInfo start, TimeSpan timeout)
    {
        _timeout = timeout;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = new(_process.StandardOutput);
        _errors = new(_process.StandardError);
    }

    public int ProcessId => _process.Id;

    /// <summary>Waits for the first characters on standard output.</summary>
    public Task FirstWordAsync() => _output.Spoke.WaitAsync(_timeout);

    /// <summary>What has come on standard output until now.</summary>
    public string Output => _output.ToString();

    /// <summary>Waits for these words on standard output.</summary>
    public Task OutputAsync(string words) => _output.SaidAsync(words).WaitAsync(_timeout);

    /// <summary>Waits for the first characters on standard error.</summary>
    public Task FirstErrorAsync() => _errors.Spoke.WaitAsync(_timeout);

    /// <summary>Waits for these words on standard error.</summary>
    public Task ErrorAsync(string words) => _errors.SaidAsync(words).WaitAsync(_timeout);

    /// <summary>Sends a signal (INT, TERM, KILL, ...) to the process id that was started, and to no other.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Ends it at once and without a word, when it has not ended by itself.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
    }

    public async Task<Outcome> EndAsync()
    {
        using var patience = new CancellationTokenSource(_timeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            await Task.WhenAll(_output.Ended, _errors.Ended).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} took more than {_timeout}.", late);
        }
        return new(_process.ExitCode, _output.ToString(), _errors.ToString(), Stopwatch.GetElapsedTime(_started));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}

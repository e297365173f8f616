using Microsoft.Extensions.Primitives;
using Recommender.Worker.Grpc.Wire;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>When a call ends at the latest. Its clock is set only for those who must wait: most calls never do.</summary>
sealed class Deadline : IDisposable
{
    readonly TimeProvider _clock;
    readonly CancellationToken _gone;
    readonly long _started;
    readonly TimeSpan? _span;
    CancellationTokenSource? _timer;
    CancellationTokenSource? _either;

    public Deadline(StringValues header, TimeProvider clock, CancellationToken gone)
    {
        (_clock, _gone) = (clock, gone);
        if (header.Count == 0) return;

        var text = header.ToString();
        var span = Wire.Timeout.Parse(text)
            ?? throw new CallException(StatusCode.InvalidArgument, $"grpc-timeout '{text}' is no time: it must be up to eight digits and one of H, M, S, m, u and n, such as 250m.");
        if (span > Wire.Timeout.Longest) return;

        (_started, _span) = (clock.GetTimestamp(), span);
    }

    /// <summary>Whether it has passed. A timer may ring a moment before the clock says so.</summary>
    public bool HasPassed => _timer?.IsCancellationRequested == true || (_span is { } span && _clock.GetElapsedTime(_started) >= span);

    /// <summary>Cancelled when it passes, or the client is gone.</summary>
    public CancellationToken Token => _span is { } span ? (_either ??= Start(span)).Token : _gone;

    public void Dispose()
    {
        _either?.Dispose();
        _timer?.Dispose();
    }

    CancellationTokenSource Start(TimeSpan span)
    {
        var left = span - _clock.GetElapsedTime(_started);
        _timer = new(left > TimeSpan.Zero ? left : TimeSpan.Zero, _clock);
        return CancellationTokenSource.CreateLinkedTokenSource(_gone, _timer.Token);
    }
}

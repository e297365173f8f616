using System.Text;

namespace Recommender.EndToEnd;

/// <summary>What a program writes to one of its streams, read while it runs.</summary>
sealed class CaughtWords
{
    readonly StringBuilder _words = new();
    volatile TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CaughtWords(StreamReader stream) => Ended = ReadAsync(stream);

    /// <summary>Done when the stream has ended: all that the program, and what it started, will ever write.</summary>
    public Task Ended { get; }

    /// <summary>Done with the first characters; fails when the stream ends without any.</summary>
    public Task Spoke => _spoke.Task;

    /// <summary>Waits until these words have come; fails when the stream ends without them.</summary>
    public async Task SaidAsync(string words)
    {
        for (var ended = false; ; ended = Ended.IsCompleted)
        {
            var more = _more.Task;
            if (ToString().Contains(words, StringComparison.Ordinal)) return;
            if (ended) throw new EndOfStreamException($"The program ended without saying '{words}':\n{this}");
            await Task.WhenAny(more, Ended);
        }
    }

    public override string ToString()
    {
        lock (_words) return _words.ToString();
    }

    async Task ReadAsync(StreamReader stream)
    {
        var buffer = new char[4096];
        while (await stream.ReadAsync(buffer) is var count and > 0)
        {
            lock (_words) _words.Append(buffer, 0, count);
            _spoke.TrySetResult();
            var more = _more;
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            more.SetResult();
        }
        _spoke.TrySetException(new EndOfStreamException("The program ended without a word."));
    }
}

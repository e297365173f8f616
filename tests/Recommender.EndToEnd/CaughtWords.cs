using System.Text;

namespace Recommender.EndToEnd;

/// <summary>What a program writes to one of its streams, read while it runs.</summary>
sealed class CaughtWords
{
    readonly StringBuilder _words = new();
    readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CaughtWords(StreamReader stream) => Ended = ReadAsync(stream);

    /// <summary>Done when the stream has ended: all that the program, and what it started, will ever write.</summary>
    public Task Ended { get; }

    /// <summary>Done with the first characters; fails when the stream ends without any.</summary>
    public Task Spoke => _spoke.Task;

    public override string ToString() => _words.ToString();

    async Task ReadAsync(StreamReader stream)
    {
        var buffer = new char[4096];
        while (await stream.ReadAsync(buffer) is var count and > 0)
        {
            _words.Append(buffer, 0, count);
            _spoke.TrySetResult();
        }
        _spoke.TrySetException(new EndOfStreamException("The program ended without a word."));
    }
}

using Microsoft.Extensions.Primitives;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>How messages may be packed: plain, or by gzip.</summary>
static class Encodings
{
    public const string Identity = "identity";
    public const string Gzip = "gzip";

    /// <summary>What is told to clients.</summary>
    public const string Accepted = "identity,gzip";

    /// <summary>Whether a client's list of the packings that it reads names gzip.</summary>
    public static bool TakesGzip(StringValues accepted)
    {
        foreach (var list in accepted)
        {
            foreach (var range in list.AsSpan().Split(','))
            {
                if (list.AsSpan(range).Trim().SequenceEqual(Gzip)) return true;
            }
        }
        return false;
    }
}

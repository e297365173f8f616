using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>A status message as the header <c>grpc-message</c> carries it: UTF-8 with everything but plain ASCII, and the percent sign, as %XX.</summary>
static class StatusText
{
    static readonly SearchValues<char> Plain = SearchValues.Create(Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter).Where(letter => letter != '%').ToArray());

    public static string Encode(string message)
    {
        if (!message.AsSpan().ContainsAnyExcept(Plain)) return message;

        var encoded = new StringBuilder(message.Length + 16);
        foreach (var letter in Encoding.UTF8.GetBytes(message))
        {
            if (Plain.Contains((char)letter)) encoded.Append((char)letter);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        }
        return encoded.ToString();
    }
}

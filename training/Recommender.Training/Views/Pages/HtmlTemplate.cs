using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Recommender.Training.Views.Pages;

/// <summary>Builds <see cref="Html"/> from an interpolated string.</summary>
[InterpolatedStringHandler]
ref struct HtmlTemplate
{
    readonly StringBuilder _text;

    public HtmlTemplate(int letters, int values) => _text = new(letters + 16 * values);

    /// <summary>The markup.</summary>
    public readonly string Text => _text.ToString();

    public readonly void AppendLiteral(string markup) => _text.Append(markup);

    public readonly void AppendFormatted(Html markup) => _text.Append(markup.Text);

    public readonly void AppendFormatted(string? text) => _text.Append(Escape(text));

    public readonly void AppendFormatted<T>(T value, string? format = null) where T : IFormattable =>
        _text.Append(Escape(value.ToString(format, CultureInfo.InvariantCulture)));

    // Characters that no document may hold become spaces, halves of a pair the sign for unreadable ones.
    static string? Escape(string? text) => text is null ? null : WebUtility.HtmlEncode(
        text.Any(IsForbidden) ? string.Concat(text.Select(letter => IsForbidden(letter) ? ' ' : letter)) : text);

    static bool IsForbidden(char letter) => (char.IsControl(letter) && letter != '\n') || letter is '\uFFFE' or '\uFFFF';
}

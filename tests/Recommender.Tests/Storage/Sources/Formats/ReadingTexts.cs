using System.Globalization;
using Recommender.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Formats;

/// <summary>The macros of formats.sql on texts.</summary>
public sealed class ReadingTexts : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Workshop _workshop;

    public ReadingTexts()
        : this("UTC")
    {
    }

    internal ReadingTexts(string zone)
    {
        _workshop = new(_folder.Path, new(1, "256MB"));
        _workshop.Run("SET VARIABLE shop_zone = $zone", Cancelled, ("zone", zone));
    }

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public decimal? Number(string macro, string text) =>
        _workshop.Row($"SELECT {macro}(present($text))", reader => reader.IsDBNull(0) ? (decimal?)null : reader.GetDecimal(0), Cancelled, ("text", text));

    public decimal?[] Numbers(string macro, IEnumerable<string> texts) =>
        [.. _workshop.Rows($"SELECT {macro}(t) FROM (SELECT unnest($texts) AS t)", reader => reader.IsDBNull(0) ? (decimal?)null : reader.GetDecimal(0), Cancelled, ("texts", texts.ToArray()))];

    public string? Moment(string macro, string text) => Moments(macro, [text])[0];

    public string?[] Moments(string macro, string[] texts) =>
        [.. _workshop.Rows($"SELECT in_utc(t, CAST({macro}(t) AS TIMESTAMP)) FROM (SELECT unnest($texts) AS t)",
            reader => reader.IsDBNull(0) ? null : reader.GetDateTime(0).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Cancelled, ("texts", texts))];

    public void Dispose()
    {
        _workshop.Dispose();
        _folder.Dispose();
    }
}

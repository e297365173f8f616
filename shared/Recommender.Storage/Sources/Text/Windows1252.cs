namespace Recommender.Storage.Sources.Text;

/// <summary>The code page of western Windows: latin-1 but for 80 to 9F. Five bytes there are undefined and stay C1 controls.</summary>
static class Windows1252
{
    const string From80To9F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The character of each of the 256 bytes.</summary>
    public static string Characters { get; } = string.Create(256, From80To9F, (characters, table) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = i is >= 0x80 and < 0xA0 ? table[i - 0x80] : (char)i;
    });
}

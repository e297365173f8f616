namespace Recommender.Engine.Assortments.Columns;

/// <summary>What a text of an item must be.</summary>
static class TextFault
{
    const int MostLetters = 1000;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Of(string text) =>
        text.Length == 0 ? "the text is empty; give null where it is not known."
        : text.Length > MostLetters ? $"the text has {text.Length} letters and may have {MostLetters}; shorten it."
        : null;
}

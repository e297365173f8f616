using System.Text.Json;

namespace Recommender.Worker.Api;

/// <summary>The name of a field in both spellings, encoded once.</summary>
sealed class Key
{
    readonly JsonEncodedText _snake;
    readonly JsonEncodedText _camel;

    public Key(string snake)
    {
        (Snake, Camel) = (snake, CamelOf(snake));
        (_snake, _camel) = (JsonEncodedText.Encode(Snake), JsonEncodedText.Encode(Camel));
    }

    public string Snake { get; }

    public string Camel { get; }

    public JsonEncodedText In(KeyCase keys) => keys == KeyCase.Camel ? _camel : _snake;

    /// <summary><c>user_id</c> as <c>userId</c>.</summary>
    public static string CamelOf(string snake)
    {
        var words = snake.Split('_');
        return string.Concat(words.Select((word, at) => at == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}

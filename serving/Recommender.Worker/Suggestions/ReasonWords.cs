using Recommender.Engine.Answers;

namespace Recommender.Worker.Suggestions;

/// <summary>How reasons are said in one language: {0} is a name, {1} a number of baskets, {2} how many times more than by chance.</summary>
sealed record ReasonWords
{
    static readonly ReasonWords English = new()
    {
        Together = "bought with {0} in {1} baskets, {2} times more than chance",
        TogetherOnce = "bought with {0}",
        TogetherWith = "bought together with what is in the cart",
        History = "because of {0}",
        Personalised = "suits what you bought",
        Repeat = "you buy it again and again",
        Like = "like {0}",
        Category = "popular in a category that goes with it",
        New = "new in the shop",
        Popular = "popular in the shop",
        Pinned = "chosen by the shop",
        And = " and ",
        Point = '.',
    };

    static readonly ReasonWords Spanish = new()
    {
        Together = "comprado con {0} en {1} cestas, {2} veces más que por azar",
        TogetherOnce = "comprado con {0}",
        TogetherWith = "se compra junto con lo que hay en la cesta",
        History = "por {0}",
        Personalised = "encaja con lo que has comprado",
        Repeat = "lo compras una y otra vez",
        Like = "parecido a {0}",
        Category = "popular en una categoría que combina",
        New = "nuevo en la tienda",
        Popular = "popular en la tienda",
        Pinned = "elegido por la tienda",
        And = " y ",
        Point = ',',
    };

    static readonly ReasonWords Portuguese = new()
    {
        Together = "comprado com {0} em {1} cestas, {2} vezes mais do que por acaso",
        TogetherOnce = "comprado com {0}",
        TogetherWith = "compra-se junto com o que está no carrinho",
        History = "por causa de {0}",
        Personalised = "combina com o que você comprou",
        Repeat = "você compra sempre de novo",
        Like = "parecido com {0}",
        Category = "popular em uma categoria que combina",
        New = "novo na loja",
        Popular = "popular na loja",
        Pinned = "escolhido pela loja",
        And = " e ",
        Point = ',',
    };

    public required string Together { get; init; }
    public required string TogetherOnce { get; init; }
    public required string TogetherWith { get; init; }
    public required string History { get; init; }
    public required string Personalised { get; init; }
    public required string Repeat { get; init; }
    public required string Like { get; init; }
    public required string Category { get; init; }
    public required string New { get; init; }
    public required string Popular { get; init; }
    public required string Pinned { get; init; }
    public required string And { get; init; }

    /// <summary>What stands before the tenths of a number.</summary>
    public required char Point { get; init; }

    public static ReasonWords In(string language) => language switch { "es" => Spanish, "pt" => Portuguese, _ => English };

    /// <summary>The words of a strategy that has nothing to count.</summary>
    public string Plain(Strategy strategy) => strategy switch
    {
        Strategy.Pinned => Pinned,
        Strategy.Repeat => Repeat,
        Strategy.Personalised => Personalised,
        Strategy.Rule => TogetherWith,
        Strategy.Category => Category,
        Strategy.New => New,
        _ => Popular,
    };
}

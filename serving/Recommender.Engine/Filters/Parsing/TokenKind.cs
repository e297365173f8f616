namespace Recommender.Engine.Filters.Parsing;

enum TokenKind
{
    Word,
    Number,
    Percent,
    Text,
    Sign,
    End,
}

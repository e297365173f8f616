namespace Recommender.Engine.Filters.Syntax;

enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtLeast,
    Greater,
    AtMost,
}

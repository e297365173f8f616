namespace Recommender.Engine.Filters.Syntax;

/// <summary>A part of a filter's text, <c>[Start, End)</c>, counted from 0.</summary>
readonly record struct Place(int Start, int End);

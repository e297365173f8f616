namespace Recommender.Storage.Postgres;

/// <summary>How one column's binary values become text.</summary>
delegate void FieldText(ReadOnlySpan<byte> value, RowText row);

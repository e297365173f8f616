namespace Recommender.Storage.Generation;

/// <summary>How the data files of a demo shop are written.</summary>
public enum ShopFormat
{
    Csv,
    CsvGzip,
}

namespace Recommender.Worker.Api;

/// <summary>How the names of fields are spelt.</summary>
enum KeyCase
{
    /// <summary><c>user_id</c></summary>
    Snake,

    /// <summary><c>userId</c></summary>
    Camel,
}

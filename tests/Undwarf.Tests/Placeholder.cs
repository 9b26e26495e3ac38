namespace Undwarf.Tests;

#include "person_names/lists/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kUsualSurnamesWords[] = {
    "albrecht", "almeida", "alonso", "alvarez", "alves", "amato", "andersen", "anderson", "andersson",
    "arslan", "aydin", "bakker", "barbieri", "barone", "bauer", "baumann", "becker", "benedetti",
    "bengtsson", "berger", "bergmann", "bianchi", "bianco", "blanc", "blanchard", "bohm", "bonnet", "bos",
    "boyer", "braun", "brouwer", "brown", "brun", "brunet", "brunner", "busch", "campbell", "carbone",
    "cardoso", "caruso", "carvalho", "castro", "cattaneo", "celik", "cerna", "cerny", "chevalier",
    "christensen", "christiansen", "claes", "coelho", "colombo", "conti", "coppola", "correia", "costa",
    "cunha", "dabrowska", "dabrowski", "davis", "dekker", "demir", "desantis", "diaz", "dietrich",
    "dijkstra", "dimitrov", "dimitrova", "dogan", "dominguez", "dubois", "dufour", "dumitru", "dumont",
    "dupont", "durand", "duval", "dvorak", "dvorakova", "edwards", "egger", "eriksson", "esposito",
    "fabbri", "farina", "fernandes", "fernandez", "ferrara", "ferrari", "ferraro", "ferreira", "ferri",
    "fischer", "fontaine", "fontana", "fournier", "fuchs", "galli", "gallo", "garcia", "garnier",
    "garrido", "gatti", "gauthier", "gautier", "gentile", "georgiev", "georgieva", "giordano", "girard",
    "giraud", "giuliani", "gomes", "gomez", "goncalves", "gonzalez", "grabowski", "grassi", "grasso",
    "greco", "gruber", "guerin", "gustafsson", "gutierrez", "haas", "hahn", "hamalainen", "hansen",
    "hansson", "hartmann", "heikkinen", "hendriks", "hernandez", "hofer", "hoffmann", "hofmann", "hopkins",
    "horak", "horakova", "horvath", "huber", "hughes", "iglesias", "ionescu", "ivanov", "ivanova",
    "jacobs", "jankowska", "jankowski", "jansen", "jansson", "jarvinen", "jenkins", "jensen", "jimenez",
    "johansson", "johnson", "johnston", "jones", "jonsson", "jorgensen", "jung", "kaczmarek", "kaminska",
    "kaminski", "karlsson", "kaya", "klein", "koch", "koehler", "kohler", "korhonen", "koskinen", "kovac",
    "kovacova", "kowalczyk", "kowalska", "kowalski", "kozlowska", "kozlowski", "kral", "kraus", "krause",
    "krawczyk", "kristensen", "krueger", "kruger", "kucera", "kucerova", "kuhn", "laine", "lange",
    "larsen", "larsson", "leclerc", "lefebvre", "lefevre", "legrand", "lehmann", "leitner", "lemaire",
    "leroux", "lewandowska", "lewandowski", "lombardi", "lombardo", "longo", "lopes", "lopez", "macdonald",
    "madsen", "maes", "maier", "makela", "makinen", "mancini", "marchand", "marchetti", "mariani",
    "marini", "marques", "martinelli", "martinez", "martini", "martins", "masson", "mayer", "mazur",
    "mazza", "mcdonald", "medina", "meier", "meijer", "mendes", "mercier", "mertens", "messina", "meyer",
    "michalski", "miller", "molina", "moller", "monteiro", "monti", "morales", "moreau", "moreira",
    "morel", "morelli", "moreno", "moretti", "morin", "moser", "mueller", "mulder", "muller", "munoz",
    "murphy", "murray", "nemcova", "nemec", "neumann", "neves", "nielsen", "nieminen", "nikolaidis",
    "nilsson", "novak", "novakova", "novotna", "novotny", "nowak", "nowakowski", "nunes", "nunez",
    "obrien", "oliveira", "olsen", "olsson", "ortega", "ortiz", "osullivan", "ozdemir", "ozturk",
    "palumbo", "papadopoulos", "papadopoulou", "parisi", "patterson", "pawlowski", "pedersen", "peeters",
    "pellegrini", "pellegrino", "pereira", "perez", "perrin", "persson", "peters", "petersen", "petrov",
    "petrova", "pettersson", "pfeiffer", "phillips", "picard", "pinto", "piotrowski", "pires", "pohl",
    "pokorny", "pop", "popa", "popescu", "pospisil", "poulsen", "prochazka", "prochazkova", "ramirez",
    "ramos", "raposo", "rasmussen", "renard", "ribeiro", "ricci", "richardson", "richter", "rinaldi",
    "riviere", "rizzi", "rizzo", "roberts", "robertson", "robinson", "rocha", "rodrigues", "rodriguez",
    "rolland", "romero", "rossi", "rousseau", "roussel", "roux", "rubio", "ruiz", "russo", "sahin", "sala",
    "sanchez", "sanna", "santoro", "sanz", "sauer", "schaefer", "schafer", "schmidt", "schmitt",
    "schneider", "scholz", "schreiber", "schroder", "schroeder", "schubert", "schultz", "schulz",
    "schulze", "schuster", "schwarz", "seidel", "serra", "serrano", "silva", "silvestri", "simpson",
    "smit", "smith", "smits", "soares", "sorensen", "sousa", "stan", "steiner", "stevenson", "stoica",
    "suarez", "svensson", "svoboda", "svobodova", "szymanska", "szymanski", "teixeira", "testa",
    "thompson", "thomsen", "torres", "valentini", "vasileiou", "vazquez", "vermeulen", "vesela", "vesely",
    "vieira", "villa", "virtanen", "visser", "vitale", "vogel", "voigt", "vos", "watson", "weber", "weiss",
    "willems", "williams", "williamson", "wimmer", "winkler", "wisniewska", "wisniewski", "wojciechowski",
    "wojcik", "wozniak", "wright", "yildiz", "yilmaz", "ziegler", "zielinska", "zielinski", "zimmermann"};

// clang-format on

static_assert(std::is_sorted(std::begin(kUsualSurnamesWords), std::end(kUsualSurnamesWords)));

}  // namespace

const WordList kUsualSurnames{kUsualSurnamesWords, std::size(kUsualSurnamesWords)};

}  // namespace ashby::names

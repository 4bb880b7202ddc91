#include "person_names/lists/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kKoreanScriptSurnamesWords[] = {
    "강", "경", "고", "공", "곽", "구", "국", "권", "금", "기", "길", "김", "남", "남궁", "노", "도", "독고", "동방", "류", "마",
    "맹", "명", "모", "문", "민", "박", "반", "방", "배", "백", "변", "봉", "부", "사", "사공", "서", "서문", "석", "선", "선우",
    "설", "성", "소", "손", "송", "신", "심", "안", "양", "어", "엄", "여", "연", "염", "예", "오", "옥", "왕", "용", "우",
    "원", "위", "유", "육", "윤", "은", "이", "인", "임", "장", "전", "정", "제", "제갈", "조", "주", "지", "진", "차", "채",
    "천", "최", "추", "탁", "태", "편", "표", "하", "한", "함", "허", "현", "홍", "황", "황보"};

constexpr std::string_view kHanScriptSurnamesWords[] = {
    "丁", "万", "上官", "乔", "于", "任", "何", "余", "侯", "傅", "冯", "刘", "劉", "卢", "史", "叶", "司徒", "司馬", "司马", "吕",
    "吳", "吴", "呂", "周", "唐", "夏", "姚", "姜", "孔", "孙", "孟", "孫", "宋", "尹", "崔", "常", "康", "廖", "张", "張",
    "彭", "徐", "戴", "文", "方", "易", "曹", "曾", "朱", "李", "杜", "杨", "林", "梁", "楊", "欧阳", "歐陽", "武", "段", "毛",
    "江", "汤", "汪", "沈", "潘", "熊", "王", "田", "白", "皇甫", "盧", "石", "秦", "程", "罗", "羅", "胡", "苏", "范", "萧",
    "葉", "董", "蒋", "蔡", "蔣", "蕭", "薛", "蘇", "袁", "許", "諸葛", "謝", "譚", "许", "诸葛", "谢", "谭", "賈", "贺", "贾",
    "赖", "赵", "趙", "邓", "邱", "邵", "邹", "郑", "郝", "郭", "鄧", "鄭", "金", "鍾", "钟", "钱", "阎", "陆", "陈", "陳",
    "韓", "韩", "顾", "馬", "馮", "马", "高", "魏", "黃", "黄", "黎", "龙", "龚"};

constexpr std::string_view kJapaneseScriptSurnamesWords[] = {
    "三浦", "上田", "上野", "中山", "中島", "中川", "中村", "中田", "中西", "中野", "丸山", "久保", "久保田", "五十嵐", "井上", "今井", "伊藤",
    "佐々木", "佐藤", "佐野", "内田", "内藤", "前田", "加藤", "北", "北村", "千葉", "南", "原", "原田", "古川", "吉岡", "吉川", "吉村",
    "吉田", "和田", "土屋", "坂本", "堀", "増田", "大久保", "大塚", "大島", "大橋", "大西", "大谷", "大野", "太田", "安田", "安藤", "宮崎",
    "宮本", "小山", "小島", "小川", "小松", "小林", "小池", "小野", "尾崎", "山下", "山中", "山内", "山口", "山崎", "山本", "山田", "岡",
    "岡本", "岡田", "岩崎", "岩田", "島田", "川上", "川口", "川崎", "川村", "工藤", "市川", "平井", "平田", "平野", "後藤", "斉藤", "斎藤",
    "新井", "早川", "星野", "服部", "望月", "木下", "木村", "本田", "本間", "杉山", "杉本", "村上", "村田", "東", "松下", "松井", "松尾",
    "松岡", "松本", "松村", "松浦", "松田", "林", "柳", "柴田", "桜井", "森", "森本", "森田", "樋口", "横山", "橋本", "武田", "水野",
    "永井", "永田", "池田", "河野", "浅野", "浜田", "清水", "渡辺", "渡邉", "渡邊", "渡部", "熊谷", "片山", "田中", "田口", "田村", "田辺",
    "矢野", "石井", "石原", "石川", "石田", "福島", "福田", "秋山", "竹内", "荒井", "荒木", "菅", "菅原", "菅野", "菊地", "菊池", "藤井",
    "藤原", "藤本", "藤田", "西", "西川", "西村", "西田", "谷", "谷口", "辻", "近藤", "遠藤", "酒井", "野口", "野村", "野田", "金子",
    "鈴木", "長谷川", "関", "阿部", "青木", "飯田", "馬場", "高木", "高橋", "高田", "高野", "黒田", "齊藤", "齋藤"};

// clang-format on

static_assert(std::is_sorted(std::begin(kKoreanScriptSurnamesWords), std::end(kKoreanScriptSurnamesWords)));
static_assert(std::is_sorted(std::begin(kHanScriptSurnamesWords), std::end(kHanScriptSurnamesWords)));
static_assert(std::is_sorted(std::begin(kJapaneseScriptSurnamesWords),
                             std::end(kJapaneseScriptSurnamesWords)));

}  // namespace

const WordList kKoreanScriptSurnames{kKoreanScriptSurnamesWords, std::size(kKoreanScriptSurnamesWords)};
const WordList kHanScriptSurnames{kHanScriptSurnamesWords, std::size(kHanScriptSurnamesWords)};
const WordList kJapaneseScriptSurnames{kJapaneseScriptSurnamesWords, std::size(kJapaneseScriptSurnamesWords)};

}  // namespace ashby::names

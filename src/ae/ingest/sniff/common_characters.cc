#include "ae/ingest/sniff/common_characters.h"

#include <bitset>
#include <string_view>

namespace ae::ingest {
namespace {

constexpr std::u32string_view kSimplified =
    U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
    U"而方后多"
    U"定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开"
    U"它合还因"
    U"由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条"
    U"只没结解"
    U"问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边"
    U"流路级少"
    U"图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百"
    U"规热领七"
    U"海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务"
    U"具万每目"
    U"至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越"
    U"织装影算"
    U"低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府"
    U"称太准精"
    U"值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红"
    U"细引听该"
    U"铁价严客户销售额预负责币负赢丢谈判演版测试签订货币采购云州李陈刘杨赵黄吴徐孙贸限司源创联软网络服务续约"
    U"扩企";
constexpr std::u32string_view kTraditional =
    U"這為個國時來們於對會發動過說產種後學經進著電裡現實兩體機當點從業應開還義樣與關線內數無問變條沒結解軍題"
    U"黨員總設"
    U"長頭資邊級圖統較將組見計別論運農幾區強決戰則據處隊給門規熱領導東壓爭濟階術極聯認權證轉單風帶場車務萬達"
    U"積議聲報"
    U"鬥類離華確張馬節話況傳許廣記觀織裝眾書復兒須際驗連斷難礦備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠"
    U"識適屬圓"
    U"調滿縣參紅細聽該鐵價嚴戶銷額預責幣贏談簽訂購雲陳劉楊趙黃吳孫貿軟網絡續擴灣台臺";

using Set = std::bitset<0x10000>;

const Set& common() {
  static const Set kCommon = [] {
    Set set;
    for (const std::u32string_view list : {kSimplified, kTraditional}) {
      for (const char32_t character : list) set.set(character);
    }
    return set;
  }();
  return kCommon;
}

}  // namespace

bool is_common_hanzi(char32_t character) { return character < 0x10000 && common().test(character); }

}  // namespace ae::ingest
